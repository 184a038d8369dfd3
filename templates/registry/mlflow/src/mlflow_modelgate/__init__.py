# SPDX-License-Identifier: Apache-2.0
"""Ties the aliases of MLflow's model registry to evidence that modelgate verifies."""
