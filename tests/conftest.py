"""Nothing is downloaded and nothing calls home in a test."""

import os
import tempfile

# read when huggingface_hub is imported, so before any test is
os.environ["HF_HUB_OFFLINE"] = "1"
os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
# a developer's own settings must not change what the tests see
for name in [name for name in os.environ if name.startswith("NEWS_") and name != "NEWS_KILLS"]:
    del os.environ[name]

# one export of the bundled model serves every test and every process that a test starts; nothing goes into the home folder
models = tempfile.TemporaryDirectory(prefix="newsdesk-models-")
os.environ["NEWS_MODEL_CACHE"] = models.name
