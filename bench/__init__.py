"""Speed and memory, each step beside a rival in the same run."""
