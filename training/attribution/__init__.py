"""The attribution model: data, network, training, export to a pack."""
