#pragma once

#include "domain/base/partial_date_time.h"
#include "domain/base/record.h"

namespace simiao::test {

/// Gives every field of a described type a value of its own, so that two mixed-up fields cannot look right.
class Filler
{
public:
    explicit Filler(bool hasOptionals)
        : m_hasOptionals(hasOptionals)
    {
    }

    template <Described T>
    T filled()
    {
        T object;
        Describe<T>::fields.apply([&](const auto &...f) { (fill(object.*(f.member)), ...); });
        return object;
    }

private:
    int next() { return ++m_count; }

    void fill(QString &text) { text = QStringLiteral("文 \"%1\" 𠮷\n").arg(next()); }
    void fill(int &number) { number = next(); }
    void fill(qint64 &number) { number = 1'000'000 + next(); }
    void fill(bool &flag) { flag = next() % 2; }
    void fill(Money &money) { money = {10'000'000 + next()}; }
    void fill(Decimal &number) { number = Decimal::fromParts(next() * 100 + 10, 2); }
    void fill(Instant &instant) { instant = {1'795'314'600'000'001 + next()}; }
    void fill(Date &date) { date = Date{QDate(2000, 1, 1)}.plusDays(next()); }
    void fill(PartialDateTime &date) { date = Instant{1'795'314'600'000'001 + next()}; }

    template <typename T>
    void fill(Id<T> &id)
    {
        id.uuid.bytes[15] = std::uint8_t(next());
    }

    template <typename E>
        requires std::is_enum_v<E>
    void fill(E &value)
    {
        value = E(std::size_t(next()) % kCodes<E>.size());
    }

    template <typename T>
    void fill(std::optional<T> &value)
    {
        T present;
        fill(present);
        if (m_hasOptionals)
            value = present;
    }

    template <typename T>
    void fill(std::vector<T> &items)
    {
        items.resize(2);
        for (auto &item : items)
            fill(item);
    }

    template <Part T>
    void fill(T &part)
    {
        part = filled<T>();
    }

    bool m_hasOptionals;
    int m_count = 0;
};

} // namespace simiao::test
