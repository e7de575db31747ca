/// The room `graph`, opt-in: a plan is a Boost.Graph graph; loops, redundant dependencies, who
/// waits for whom, and pictures. Needs the headers of Boost.Graph, which daopai.hpp does not
/// include.
#ifndef DAOPAI_GRAPH_HPP
#define DAOPAI_GRAPH_HPP

#include <daopai/graph/assignments.hpp>
#include <daopai/graph/dot.hpp>
#include <daopai/graph/hand_offs.hpp>
#include <daopai/graph/loops.hpp>
#include <daopai/graph/plan_graph.hpp>
#include <daopai/graph/property_maps.hpp>
#include <daopai/graph/reach.hpp>
#include <daopai/graph/redundant.hpp>
#include <daopai/graph/workload.hpp>

#endif  // DAOPAI_GRAPH_HPP
