"""How often readings of invented scans are right: what their confidence is calibrated on."""
