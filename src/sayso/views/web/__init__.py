"""Pages, rendered from readings and weighings on the server side; no page needs the network."""

from sayso.views.web.claim_pages import render_weighing
from sayso.views.web.pages import render_readings

__all__ = ["render_readings", "render_weighing"]
