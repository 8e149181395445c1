"""The image, the compose file, the locks and the page that tells how to use them."""
