mv repo harbour-1.0
tar -czf archive harbour-1.0
