#pragma once

// Win32 without its macros `min` and `max`, and without what nobody here needs. Some compilers define these by themselves.
#ifndef NOMINMAX
#define NOMINMAX
#endif
#ifndef WIN32_LEAN_AND_MEAN
#define WIN32_LEAN_AND_MEAN
#endif
#include <windows.h>
