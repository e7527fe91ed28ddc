"""Reading and embedding by the workers of a Ray cluster. Nothing here is imported unless `--engine ray` is asked for."""
