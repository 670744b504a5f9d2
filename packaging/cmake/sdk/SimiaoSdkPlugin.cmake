# simiao_sdk_add_plugin(<id> PLUGIN <file stem of the plugin class> SOURCES … HEADERS …)
# A feature plugin: the library <id> with the manifest <id>.json. Headers are listed because moc must read them. It is built
# into <build folder>/features, so that the build folder may stand in plugins.path.
function(simiao_sdk_add_plugin id)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "PLUGIN" "SOURCES;HEADERS")
  add_library(${id} MODULE ${arg_PLUGIN}.cpp ${arg_PLUGIN}.h ${arg_SOURCES} ${arg_HEADERS})
  target_compile_definitions(${id} PRIVATE QT_NO_KEYWORDS)
  target_link_libraries(${id} PRIVATE Simiao::sdk)
  # No path to the SDK's libraries: the program that loads the plugin has brought its own.
  set_target_properties(${id} PROPERTIES
    AUTOMOC ON CXX_STANDARD 23 CXX_STANDARD_REQUIRED ON CXX_EXTENSIONS OFF
    PREFIX "" CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON
    LIBRARY_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/features BUILD_WITH_INSTALL_RPATH ON)
  # The manifest is compiled in by moc: a change of it must run moc again.
  set_property(TARGET ${id} APPEND PROPERTY AUTOGEN_TARGET_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${id}.json)
  install(TARGETS ${id} LIBRARY DESTINATION lib/simiao/plugins/features)
endfunction()
