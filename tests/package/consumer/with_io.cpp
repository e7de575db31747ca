#include <daopai/error.hpp>

#include <iostream>

namespace daopai::io {
int f();
}
int main() {
  if (!daopai::io::f()) return 1;
  std::cout << "late start: 2025-07-17\n";
}
