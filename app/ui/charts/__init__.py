"""Pictures of figures. Only `plot` loads the drawing library, and only when there is something to draw."""
