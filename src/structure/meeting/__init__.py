"""When and where was met, who led, wrote, adjusted and signed."""
