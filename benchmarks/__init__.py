"""How fast it is: `python -m benchmarks`. Figures depend on the machine; no test is timed."""
