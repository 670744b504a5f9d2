SELECT commit(:command, :work)
