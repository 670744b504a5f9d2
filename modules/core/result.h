#pragma once

#include "core/error.h"

#include <expected>
#include <utility>

namespace simiao {

/// A value, or the Error that says why there is none.
///
/// A class that *holds* a std::expected instead of an alias of it: QCoro 0.8 cannot carry a bare
/// std::expected of smart pointers, QByteArray or optional (argument-dependent operator==).
template <typename T>
class [[nodiscard]] Result
{
public:
    using value_type = T;

    Result()
        : m_value(std::unexpected(Error{}))
    {
    }
    Result(T value)
        : m_value(std::move(value))
    {
    }
    Result(Error error)
        : m_value(std::unexpected(std::move(error)))
    {
    }

    explicit operator bool() const { return m_value.has_value(); }
    bool has_value() const { return m_value.has_value(); }

    T &value() & { return *m_value; }
    const T &value() const & { return *m_value; }
    T &&value() && { return std::move(*m_value); }

    T &operator*() & { return *m_value; }
    const T &operator*() const & { return *m_value; }
    T &&operator*() && { return std::move(*m_value); }
    T *operator->() { return &*m_value; }
    const T *operator->() const { return &*m_value; }

    template <typename U>
    T value_or(U &&fallback) const
    {
        return m_value.value_or(std::forward<U>(fallback));
    }

    const Error &error() const & { return m_value.error(); }
    Error &&error() && { return std::move(m_value.error()); }

private:
    std::expected<T, Error> m_value;
};

/// Success without a value. Default-constructed it is an error like every other Result; say ok().
template <>
class [[nodiscard]] Result<void>
{
public:
    using value_type = void;

    Result()
        : m_value(std::unexpected(Error{}))
    {
    }
    Result(Error error)
        : m_value(std::unexpected(std::move(error)))
    {
    }

    explicit operator bool() const { return m_value.has_value(); }
    bool has_value() const { return m_value.has_value(); }
    const Error &error() const & { return m_value.error(); }
    Error &&error() && { return std::move(m_value.error()); }

private:
    struct Success
    {
    };
    explicit Result(Success)
        : m_value()
    {
    }
    friend Result<void> ok();

    std::expected<void, Error> m_value;
};

inline Result<void> ok()
{
    Result<void> result{Result<void>::Success{}};
    return result;
}

} // namespace simiao
