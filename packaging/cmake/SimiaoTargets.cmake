# How targets are declared. Each helper sets layer, warnings, visibility, output place and install.

include(${CMAKE_CURRENT_LIST_DIR}/SimiaoLayers.cmake)
include(${CMAKE_CURRENT_LIST_DIR}/SimiaoSdk.cmake)

set(SIMIAO_PLUGIN_DIR lib/simiao/plugins)

# Warnings, keywords and standard shared by all our targets.
add_library(simiao_build_options INTERFACE)
target_compile_features(simiao_build_options INTERFACE cxx_std_23)
target_compile_definitions(simiao_build_options INTERFACE
  QT_NO_KEYWORDS QT_NO_CAST_FROM_BYTEARRAY QT_NO_FOREACH QT_DISABLE_DEPRECATED_BEFORE=0x060400)
target_compile_options(simiao_build_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Woverloaded-virtual -Wimplicit-fallthrough
  $<$<BOOL:${SIMIAO_WARNINGS_AS_ERRORS}>:-Werror>)

include(${CMAKE_CURRENT_LIST_DIR}/SimiaoPrecompiled.cmake)

function(simiao_target_defaults target part)
  set_target_properties(${target} PROPERTIES SIMIAO_PART "${part}" CXX_EXTENSIONS OFF AUTOMOC ON)
  target_link_libraries(${target} PRIVATE simiao_build_options)
  simiao_use_precompiled(${target})
endfunction()

# simiao_add_module(<path below modules> SOURCES … HEADERS … PUBLIC … PRIVATE …)
# A shared library Simiao::<last part of the path>; headers are included as "<path>/header.h".
# Module symbols are public by default: a module is one linkage unit of the program, not an API;
# the promise to others is modules/sdk.
function(simiao_add_module path)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;HEADERS;PUBLIC;PRIVATE")
  get_filename_component(part "${path}" NAME)
  simiao_check_layers(${part} ${arg_PUBLIC} ${arg_PRIVATE})
  set(target simiao_${part})
  add_library(${target} SHARED ${arg_SOURCES} ${arg_HEADERS})
  add_library(Simiao::${part} ALIAS ${target})
  simiao_target_defaults(${target} ${part})
  target_include_directories(${target} PUBLIC $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/modules>)
  target_link_libraries(${target} PUBLIC ${arg_PUBLIC} PRIVATE ${arg_PRIVATE})
  set_target_properties(${target} PROPERTIES
    OUTPUT_NAME simiao-${part} VERSION ${PROJECT_VERSION} SOVERSION ${PROJECT_VERSION_MAJOR}
    LIBRARY_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/lib RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin
    WINDOWS_EXPORT_ALL_SYMBOLS ON)
  install(TARGETS ${target} LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR} NAMELINK_SKIP
                            RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
  simiao_add_to_sdk(${part} ${path} ${arg_HEADERS})
endfunction()

# One plugin = a static half that tests link (simiao_<id>_static) and a thin MODULE with the plugin class.
function(simiao_add_plugin kind id)
  cmake_parse_arguments(PARSE_ARGV 2 arg "" "PLUGIN;MANIFEST" "SOURCES;HEADERS;LIBRARIES")
  simiao_check_layers(plugin:${id} ${arg_LIBRARIES})
  set(half simiao_plugin_${id}_static)
  add_library(${half} STATIC ${arg_SOURCES} ${arg_HEADERS})
  simiao_target_defaults(${half} plugin:${id})
  set_target_properties(${half} PROPERTIES POSITION_INDEPENDENT_CODE ON
    CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON)
  target_include_directories(${half} PUBLIC ${PROJECT_SOURCE_DIR}/plugins/${kind} PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
  target_link_libraries(${half} PUBLIC ${arg_LIBRARIES})

  set(target simiao_plugin_${id})
  add_library(${target} MODULE ${arg_PLUGIN}.cpp ${arg_PLUGIN}.h)
  add_library(Simiao::Plugin::${id} ALIAS ${target})
  simiao_target_defaults(${target} plugin:${id})
  target_include_directories(${target} PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
  target_link_libraries(${target} PRIVATE ${half})
  set_target_properties(${target} PROPERTIES
    PREFIX "" OUTPUT_NAME ${id} CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON
    LIBRARY_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/${SIMIAO_PLUGIN_DIR}/${kind}
    INSTALL_RPATH "$ORIGIN/../../.." AUTOMOC_MOC_OPTIONS "-I${CMAKE_CURRENT_SOURCE_DIR}")
  # The manifest is compiled in by moc: a change of it must run moc again.
  set_property(TARGET ${target} APPEND PROPERTY AUTOGEN_TARGET_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${id}.json)
  install(TARGETS ${target} LIBRARY DESTINATION ${SIMIAO_PLUGIN_DIR}/${kind})
  set_property(GLOBAL APPEND PROPERTY SIMIAO_PLUGINS ${target})
endfunction()

# simiao_add_feature(<id> PLUGIN <file stem of the plugin class> SOURCES … HEADERS … LIBRARIES …)
function(simiao_add_feature id)
  simiao_add_plugin(features ${id} ${ARGN})
endfunction()

function(simiao_add_backend id)
  simiao_add_plugin(backends ${id} ${ARGN})
endfunction()

function(simiao_add_device id)
  simiao_add_plugin(devices ${id} ${ARGN})
endfunction()

# simiao_add_test(<folder/name> SOURCES … HEADERS … LIBRARIES … [NEEDS_PLUGINS] [TIMEOUT seconds])
# A Qt Test program that ctest runs offscreen, in a locale and time zone of its own choosing.
function(simiao_add_test name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "NEEDS_PLUGINS;SUPPORT" "TIMEOUT" "SOURCES;HEADERS;LIBRARIES")
  string(REPLACE "/" "_" target "test_${name}")
  add_executable(${target} ${arg_SOURCES} ${arg_HEADERS})
  simiao_target_defaults(${target} test)
  target_include_directories(${target} PRIVATE ${PROJECT_SOURCE_DIR}/modules ${PROJECT_SOURCE_DIR}/tests)
  target_link_libraries(${target} PRIVATE ${arg_LIBRARIES} Qt6::Test $<$<BOOL:${arg_SUPPORT}>:simiao_test_support>)
  set_target_properties(${target} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
  if(arg_NEEDS_PLUGINS)
    get_property(plugins GLOBAL PROPERTY SIMIAO_PLUGINS)
    add_dependencies(${target} ${plugins})
  endif()
  if(NOT arg_TIMEOUT)
    set(arg_TIMEOUT 300)
  endif()
  add_test(NAME ${name} COMMAND ${target})
  set_tests_properties(${name} PROPERTIES TIMEOUT ${arg_TIMEOUT} ENVIRONMENT "${SIMIAO_TEST_ENVIRONMENT}")
endfunction()

define_property(TARGET PROPERTY SIMIAO_PART BRIEF_DOCS "part of the layer table this target belongs to")
