"""The sample month of an invented exchange: figures, addresses and workbooks from one fixed seed."""
