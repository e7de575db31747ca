#include <daopai/error.hpp>

#include <iostream>

int main() { std::cout << to_string(daopai::problem{"late", "late start", "2025-07-17"}) << '\n'; }
