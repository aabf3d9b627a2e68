"""The workshop: what the commands of deploy/tareas.py do. Standard library only."""
