"""The app that tutorials build with LangChain, Chroma and Gradio, to compare with: nothing of ours is in it."""
