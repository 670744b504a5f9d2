#pragma once

// Early return on error. The macros expand to statements: use them only inside braces.
//
//   TRY(const auto bytes, disk.read(path));           plain function that returns a Result
//   TRY_VOID(disk.sync(path));
//   CO_TRY(const auto patient, co_await loading);     coroutine that returns Task<Result<…>>
//   CO_TRY_VOID(co_await saving);

#include "core/result.h"

#define SIMIAO_JOIN2(a, b) a##b
#define SIMIAO_JOIN(a, b) SIMIAO_JOIN2(a, b)

#define SIMIAO_TRY(keyword, result, declaration, expression) \
    auto result = expression; \
    if (!result) \
        keyword std::move(result).error(); \
    declaration = *std::move(result)

#define SIMIAO_TRY_VOID(keyword, result, expression) \
    auto result = expression; \
    if (!result) \
    keyword std::move(result).error()

#define TRY(declaration, expression) \
    SIMIAO_TRY(return, SIMIAO_JOIN(tried_, __LINE__), declaration, expression)
#define TRY_VOID(expression) SIMIAO_TRY_VOID(return, SIMIAO_JOIN(tried_, __LINE__), expression)
#define CO_TRY(declaration, expression) \
    SIMIAO_TRY(co_return, SIMIAO_JOIN(tried_, __LINE__), declaration, expression)
#define CO_TRY_VOID(expression) SIMIAO_TRY_VOID(co_return, SIMIAO_JOIN(tried_, __LINE__), expression)
