"""Events, step by step: names and acts → which of them happened → their fields → which mentions are one happening."""
