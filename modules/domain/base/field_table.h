#pragma once

#include <cstddef>
#include <utility>

namespace simiao {

namespace detail {

template <std::size_t Place, typename F>
struct FieldAt
{
    F field;
};

template <typename Places, typename... F>
struct FieldList;

template <std::size_t... Place, typename... F>
struct FieldList<std::index_sequence<Place...>, F...> : FieldAt<Place, F>...
{
    constexpr explicit FieldList(const F &...fields)
        : FieldAt<Place, F>{fields}...
    {
    }

    template <typename Visit>
    constexpr decltype(auto) apply(Visit &&visit) const
    {
        return std::forward<Visit>(visit)(static_cast<const FieldAt<Place, F> &>(*this).field...);
    }
};

} // namespace detail

/// The lines of a field table in their order; `apply(visit)` calls `visit(line, line, …)`.
/// Not std::tuple: every file that sees the domain makes these tables, and the tuple's constructors, chosen among by
/// traits, took a quarter of the time that the whole program took to compile.
template <typename... F>
struct FieldTable : detail::FieldList<std::index_sequence_for<F...>, F...>
{
    constexpr explicit FieldTable(const F &...fields)
        : detail::FieldList<std::index_sequence_for<F...>, F...>(fields...)
    {
    }
};

} // namespace simiao
