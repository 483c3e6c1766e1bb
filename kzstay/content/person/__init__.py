"""What a topic of the guide means for the traveller who is shown."""
