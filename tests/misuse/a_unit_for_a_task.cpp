// What a task waits for is a task or an inspection; a unit is neither, whatever its key reads like.
// misuse: conversion from .*(unit_key|key<daopai::unit>|key<unit>).* to .*predecessor
#include <daopai/plan/task.hpp>

using namespace daopai::literals;

#ifdef MISUSE
const auto awaited = "edu"_unit;
#else
const auto awaited = "edu"_task;
#endif

const daopai::predecessor first = awaited;
