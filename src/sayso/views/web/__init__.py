"""Pages, rendered from readings on the server side; no page needs the network."""

from sayso.views.web.pages import render_readings

__all__ = ["render_readings"]
