"""Names of people, parties, offices, bodies and authorities, wherever they stand."""
