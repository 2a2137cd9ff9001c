"""What the charts of PowerPoint, Excel and Word share: points, lines, axes and marks in data coordinates."""
