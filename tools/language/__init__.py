"""What builds the Swedish data files: words, compounds, context, spelling, confusions, calibration."""
