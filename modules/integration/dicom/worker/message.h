#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <array>
#include <cmath>
#include <concepts>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <type_traits>
#include <vector>

namespace simiao::dicom {

/// The last enumerator of E, for whoever reads one; specialised where E is written.
template <typename E>
inline constexpr E kLastOf = {};

/// The longest list of T that is read; specialised where longer ones are written.
template <typename T>
inline constexpr std::uint32_t kMostOf = 4096;

/// Values one behind the other. Structures are written by a function `eachField(value, archive)` that both archives share.
class MessageWriter
{
public:
    template <typename... Fields>
    void operator()(const Fields &...fields)
    {
        (put(fields), ...);
    }
    QByteArray bytes() && { return std::move(m_bytes); }

private:
    void putRaw(const void *data, std::size_t size)
    {
        m_bytes.append(static_cast<const char *>(data), static_cast<qsizetype>(size));
    }
    void putCount(std::size_t count) { put(static_cast<std::uint32_t>(count)); }

    template <typename T>
        requires std::is_arithmetic_v<T>
    void put(const T &value)
    {
        putRaw(&value, sizeof value);
    }
    template <typename E>
        requires std::is_enum_v<E>
    void put(const E &value)
    {
        put(static_cast<std::uint8_t>(value));
    }
    void put(const QString &text)
    {
        putCount(static_cast<std::size_t>(text.size()));
        putRaw(text.utf16(), static_cast<std::size_t>(text.size()) * sizeof(char16_t));
    }
    void put(const QStringList &texts)
    {
        putCount(static_cast<std::size_t>(texts.size()));
        for (const auto &text : texts)
            put(text);
    }
    void put(const QByteArray &bytes)
    {
        putCount(static_cast<std::size_t>(bytes.size()));
        m_bytes.append(bytes);
    }
    void put(const std::vector<bool> &bits)
    {
        QByteArray packed(static_cast<qsizetype>((bits.size() + 7) / 8), '\0');
        for (std::size_t i = 0; i < bits.size(); ++i)
            packed[static_cast<qsizetype>(i / 8)] |= static_cast<char>(int{bits[i]} << i % 8);
        putCount(bits.size());
        m_bytes.append(packed);
    }
    void put(const std::vector<double> &values)
    {
        putCount(values.size());
        putRaw(values.data(), values.size() * sizeof(double));
    }
    template <typename T>
    void put(const std::vector<T> &values)
    {
        putCount(values.size());
        for (const auto &value : values)
            put(value);
    }
    template <typename T, std::size_t N>
    void put(const std::array<T, N> &values)
    {
        for (const auto &value : values)
            put(value);
    }
    template <typename T>
    void put(const std::optional<T> &value)
    {
        put(value.has_value());
        if (value)
            put(*value);
    }
    template <typename T>
        requires std::is_class_v<T>
    void put(const T &value)
    {
        eachField(value, *this);
    }

    QByteArray m_bytes;
};

/// Reads what MessageWriter wrote, and trusts nothing: nothing is allocated beyond what the bytes can hold, numbers are finite,
/// enumerators exist. After the first thing that is wrong every value stays as it is, and isWhole() is false.
class MessageReader
{
public:
    static constexpr std::uint32_t kLongestText = 1 << 22; ///< letters; a report may be one text
    static constexpr int kDeepest = 256; ///< structures within each other; trees of content nest

    explicit MessageReader(std::span<const std::byte> bytes)
        : m_left(bytes)
    {
    }

    template <typename... Fields>
    void operator()(Fields &...fields)
    {
        (get(fields), ...);
    }
    bool isGood() const { return m_isGood; }
    /// Everything was read, nothing was wrong.
    bool isWhole() const { return m_isGood && m_left.empty(); }

private:
    bool fail()
    {
        m_isGood = false;
        return false;
    }
    bool getRaw(void *data, std::size_t size)
    {
        if (!m_isGood || size > m_left.size())
            return fail();
        if (size > 0)
            std::memcpy(data, m_left.data(), size);
        m_left = m_left.subspan(size);
        return true;
    }
    /// \param size  bytes that each takes at least
    std::size_t getCount(std::size_t size, std::uint32_t most)
    {
        std::uint32_t count = 0;
        get(count);
        if (m_isGood && (count > most || count > m_left.size() / size))
            fail();
        return m_isGood ? count : 0;
    }

    template <typename T>
        requires std::is_arithmetic_v<T>
    void get(T &value)
    {
        T read{};
        if (!getRaw(&read, sizeof read))
            return;
        if constexpr (std::floating_point<T>) {
            if (!std::isfinite(read))
                return void(fail());
        }
        value = read;
    }
    void get(bool &value)
    {
        std::uint8_t read = 0;
        if (getRaw(&read, 1) && (read <= 1 || fail()))
            value = read == 1;
    }
    template <typename E>
        requires std::is_enum_v<E>
    void get(E &value)
    {
        std::uint8_t read = 0;
        if (getRaw(&read, 1) && (read <= static_cast<std::uint8_t>(kLastOf<E>) || fail()))
            value = static_cast<E>(read);
    }
    void get(QString &text)
    {
        QString read(static_cast<qsizetype>(getCount(sizeof(char16_t), kLongestText)), Qt::Uninitialized);
        if (getRaw(read.data(), static_cast<std::size_t>(read.size()) * sizeof(char16_t)))
            text = std::move(read);
    }
    void get(QStringList &texts)
    {
        const auto count = getCount(sizeof(std::uint32_t), kMostOf<QString>);
        for (std::size_t i = 0; i < count && m_isGood; ++i)
            get(texts.emplace_back());
    }
    void get(QByteArray &bytes)
    {
        QByteArray read(static_cast<qsizetype>(getCount(1, kLongestText)), Qt::Uninitialized);
        if (getRaw(read.data(), static_cast<std::size_t>(read.size())))
            bytes = std::move(read);
    }
    void get(std::vector<bool> &bits)
    {
        std::uint32_t count = 0;
        get(count);
        const std::size_t size = (std::size_t{count} + 7) / 8;
        if (!m_isGood || size > m_left.size())
            return void(fail());
        bits.resize(count);
        for (std::size_t i = 0; i < count; ++i)
            bits[i] = (std::to_integer<int>(m_left[i / 8]) >> i % 8 & 1) != 0;
        m_left = m_left.subspan(size);
    }
    void get(std::vector<double> &values)
    {
        constexpr std::uint32_t kMost = 1 << 20;
        std::vector<double> read(getCount(sizeof(double), kMost));
        if (!getRaw(read.data(), read.size() * sizeof(double)))
            return;
        for (const double value : read) {
            if (!std::isfinite(value))
                return void(fail());
        }
        values = std::move(read);
    }
    template <typename T>
    void get(std::vector<T> &values)
    {
        const auto count = getCount(1, kMostOf<T>);
        for (std::size_t i = 0; i < count && m_isGood; ++i)
            get(values.emplace_back());
    }
    template <typename T, std::size_t N>
    void get(std::array<T, N> &values)
    {
        for (auto &value : values)
            get(value);
    }
    template <typename T>
    void get(std::optional<T> &value)
    {
        bool isThere = false;
        get(isThere);
        if (isThere)
            get(value.emplace(T{}));
    }
    template <typename T>
        requires std::is_class_v<T>
    void get(T &value)
    {
        if (m_depth >= kDeepest)
            return void(fail());
        ++m_depth;
        eachField(value, *this);
        --m_depth;
    }

    std::span<const std::byte> m_left;
    int m_depth = 0;
    bool m_isGood = true;
};

} // namespace simiao::dicom
