# Headers of the system, Qt and QCoro are parsed once for all targets: more than half of what a file costs to compile.
# A build without them (the gcc preset) keeps every file honest about what it includes.
option(SIMIAO_PRECOMPILED "Parse the headers of Qt and of the standard library once" ON)
if(NOT CMAKE_CXX_COMPILER_ID STREQUAL Clang OR NOT CMAKE_GENERATOR STREQUAL Ninja OR WIN32)
  set(SIMIAO_PRECOMPILED OFF)
endif()

function(simiao_use_precompiled target)
  if(SIMIAO_PRECOMPILED)
    target_precompile_headers(${target} REUSE_FROM simiao_precompiled)
  endif()
endfunction()

if(NOT SIMIAO_PRECOMPILED)
  return()
endif()

# By a path from the build folder, where Ninja compiles: ccache does not know that this word is a path, and a clone elsewhere would
# find nothing. Without the header's own name, which CMake adds: ccache puts that first, and not every target can read all of it.
set(file CMakeFiles/simiao_precompiled.dir/cmake_pch.hxx.pch)
set(CMAKE_CXX_COMPILE_OPTIONS_USE_PCH -Xclang -include-pch -Xclang ${file})

set(headers ${CMAKE_CURRENT_LIST_DIR}/system_headers.h)
file(WRITE ${CMAKE_BINARY_DIR}/precompiled/empty.cpp "")
add_library(simiao_precompiled OBJECT ${CMAKE_BINARY_DIR}/precompiled/empty.cpp)
target_link_libraries(simiao_precompiled PRIVATE simiao_build_options Qt6::Widgets QCoro6::Core)
target_precompile_headers(simiao_precompiled PRIVATE ${headers})
# It holds the paths of this folder, so it is never taken from the compiler cache; and by size alone it knows whether a header changed.
set_target_properties(simiao_precompiled PROPERTIES
  POSITION_INDEPENDENT_CODE ON CXX_EXTENSIONS OFF AUTOMOC OFF CXX_COMPILER_LAUNCHER "")
target_compile_options(simiao_precompiled PRIVATE "SHELL:-Xclang -fno-pch-timestamp")

# ccache asks this sum, not the file with its paths, whether the headers are those of another folder's build.
get_target_property(folders Qt6::Widgets INTERFACE_INCLUDE_DIRECTORIES)
foreach(library Qt6::Core Qt6::Gui QCoro6::Core QCoro6::Coro)
  get_target_property(more ${library} INTERFACE_INCLUDE_DIRECTORIES)
  list(APPEND folders ${more})
endforeach()
list(FILTER folders EXCLUDE REGEX "NOTFOUND$")
list(TRANSFORM folders PREPEND -I)
execute_process(COMMAND ${CMAKE_CXX_COMPILER} --version OUTPUT_VARIABLE compiler)
execute_process(COMMAND ${CMAKE_CXX_COMPILER} -std=c++23 -fPIC -E -P ${folders} ${headers}
                OUTPUT_VARIABLE content COMMAND_ERROR_IS_FATAL ANY)
string(REPLACE "${PROJECT_SOURCE_DIR}" "" flags "${CMAKE_CXX_FLAGS}")
string(SHA256 sum "${compiler}${flags}${CMAKE_BUILD_TYPE}${content}")
file(WRITE ${CMAKE_BINARY_DIR}/${file}.sum ${sum})
