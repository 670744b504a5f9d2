#pragma once

#include "core/result.h"

namespace simiao::test {

/// Code of the error; empty where there is none, so that a failing comparison says which.
template <typename T>
QString refusal(const Result<T> &result)
{
    return result ? QString() : result.error().code;
}

/// The same with its detail: "stock.insufficient 5".
template <typename T>
QString refusalWithDetail(const Result<T> &result)
{
    return result ? QString() : result.error().code + QLatin1Char(' ') + result.error().detail;
}

} // namespace simiao::test
