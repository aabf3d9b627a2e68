# Shortcuts over deploy/tareas.py, for those who have make; the script alone is enough.
PYTHON ?= python3

.PHONY: run test lint format bench lock
run:
	@$(PYTHON) deploy/tareas.py arrancar
test:
	@$(PYTHON) deploy/tareas.py probar
lint:
	@$(PYTHON) deploy/tareas.py revisar
format:
	@$(PYTHON) deploy/tareas.py ordenar
bench:
	@$(PYTHON) deploy/tareas.py medir
lock:
	@$(PYTHON) deploy/tareas.py bloquear
