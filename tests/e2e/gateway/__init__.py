"""The bot in a process of its own, against a gateway and REST server over real sockets."""
