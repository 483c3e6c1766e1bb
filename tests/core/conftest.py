from __future__ import annotations

from hypothesis import HealthCheck, settings

# No test is timed: a slow machine is not a wrong answer
settings.register_profile(
    "kzstay", deadline=None, max_examples=100, database=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("kzstay")
