#include "program/output.hpp"

#include "catch.hpp"
#include "folder.hpp"
#include <daopai/error.hpp>

#include <filesystem>
#include <fstream>
#include <sys/stat.h>

using namespace daopai::program;
using daopai::tests::folder;
namespace fs = std::filesystem;

TEST_CASE("A written file is read back, and nothing is left beside it", "[program]") {
  const folder f;
  const std::string large(3'000'000, 'x');
  write_output("old", f.file("a"));
  write_output(large, f.file("a"));
  CHECK(read_input(f.file("a")) == large);
  CHECK(f.count() == 1);
}

TEST_CASE("A replaced file keeps its permissions, and a link stays a link", "[program]") {
  const folder f;
  write_output("old", f.file("a"));
  REQUIRE(::chmod(f.file("a").c_str(), 0640) == 0);
  fs::create_symlink(f.file("a"), f.file("link"));
  write_output("new", f.file("link"));
  CHECK(fs::is_symlink(f.file("link")));
  CHECK(read_input(f.file("a")) == "new");
  struct stat about {};
  REQUIRE(::stat(f.file("a").c_str(), &about) == 0);
  CHECK((about.st_mode & 0777U) == 0640U);
}

TEST_CASE("What cannot be written or read is an error that names the file", "[program]") {
  const folder f;
  CHECK_THROWS_WITH(write_output("x", f.file("none/a")), Catch::Contains("none/a: cannot be made"));
  CHECK_THROWS_WITH(read_input(f.file("none")), Catch::Contains("none: cannot be opened"));
  CHECK_THROWS_WITH(read_input(f.file("")), Catch::Contains("cannot be read: Is a directory"));
  if (fs::exists("/dev/full")) {
    CHECK_THROWS_WITH(write_output("x", "/dev/full"),
                      Catch::Contains("/dev/full: cannot be written"));
  }
}
