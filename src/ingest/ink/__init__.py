"""What the ink says that no reader tells: bullets, crosses, dashes, print passed over or under a pen."""
