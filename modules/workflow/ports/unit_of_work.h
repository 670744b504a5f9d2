#pragma once

#include "core/clock.h"
#include "core/rng.h"
#include "domain/security/audit_event.h"

#include <array>
#include <map>
#include <variant>
#include <vector>

namespace simiao::workflow {

/// A statement that changes rows only if the database finds its condition true (capacity, stock): never read-then-write.
/// Known to every back-end by name; `Args` are its parameters, in order; the first names the row it touches.
template <typename... Args>
struct Effect
{
    const char *name;
    std::array<const char *, sizeof...(Args)> parameters;
    /// Code of the Conflict when the condition did not hold.
    const char *refusal;
};

/// Named values of a query or an effect.
using Parameters = std::map<QString, Scalar>;

/// A running number that is allocated inside the commit: `prefix` + number padded to `width`.
struct Numbering
{
    QString sequence; ///< name of the counter, e.g. "queue/RESP/2026-11-22"
    QString prefix;
    int width = 0;
};

/// One row to be stored. Update carries the version that was read; the commit writes the next one.
struct RowChange
{
    const TypeInfo *type = nullptr;
    Row row;
    bool isInsert = true;
    /// Fields to be filled with running numbers, by index.
    std::map<int, Numbering> numbered;
};

/// One conditional statement.
struct EffectCall
{
    QString name;
    Parameters parameters;
    QString refusal;
};

/// What a use case decided: rows, effects and the audit event, stored in one transaction or not at all.
/// A value; filled on any thread, committed once by a Store.
class UnitOfWork
{
public:
    using Step = std::variant<RowChange, EffectCall>;

    /// `command` makes it idempotent: the same command twice gives the first one's receipt.
    UnitOfWork(Uuid command, security::AuditEvent event, QString site)
        : m_command(command)
        , m_event(std::move(event))
        , m_site(std::move(site))
    {
    }

    /// A new row; `entity.id` must be set.
    template <Entity T>
    UnitOfWork &insert(T entity)
    {
        entity.version = 0;
        return add(std::move(entity), true);
    }

    /// A changed row as it was read; Conflict `store.version` when somebody else changed it since.
    template <Entity T>
    UnitOfWork &update(T entity)
    {
        return add(std::move(entity), false);
    }

    /// The field of the row added last gets the next number of a sequence.
    template <Entity T, typename Member>
    UnitOfWork &numbered(Member T::*member, Numbering numbering)
    {
        std::get<RowChange>(m_steps.back()).numbered.insert_or_assign(indexOf(member), std::move(numbering));
        return *this;
    }

    template <typename... Args>
    UnitOfWork &apply(const Effect<Args...> &effect, const Args &...args)
    {
        EffectCall call{QString::fromLatin1(effect.name), {}, QString::fromLatin1(effect.refusal)};
        std::size_t at = 0;
        (call.parameters.insert_or_assign(QString::fromLatin1(effect.parameters[at++]),
                                          FieldCodec<Args>::write(args)),
         ...);
        call.parameters.insert_or_assign(QStringLiteral("recorded_at"),
                                         FieldCodec<Instant>::write(m_event.recorded));
        m_steps.emplace_back(std::move(call));
        return *this;
    }

    Uuid command() const { return m_command; }
    const security::AuditEvent &event() const { return m_event; }
    const std::vector<Step> &steps() const { return m_steps; }

private:
    template <Entity T>
    UnitOfWork &add(T entity, bool isInsert)
    {
        ++entity.version;
        entity.site = m_site;
        entity.recordedAt = m_event.recorded;
        entity.recordedBy = m_event.agent;
        m_steps.emplace_back(RowChange{&typeInfo<T>(), toRow(entity), isInsert, {}});
        return *this;
    }

    template <typename T, typename Member>
    static int indexOf(Member T::*wanted)
    {
        int index = -1;
        int at = 0;
        const auto compare = [&](const auto &f) {
            if constexpr (std::is_same_v<std::remove_cvref_t<decltype(f.member)>, Member T::*>) {
                if (f.member == wanted)
                    index = at;
            }
            ++at;
        };
        Describe<T>::fields.apply([&](const auto &...f) { (compare(f), ...); });
        return index;
    }

    Uuid m_command;
    security::AuditEvent m_event;
    QString m_site;
    std::vector<Step> m_steps;
};

/// A row that a commit wrote.
struct Change
{
    QString type; ///< name of its TypeInfo; its table where an effect changed it
    Uuid id;
    int version = 0; ///< 0 where an effect changed it

    bool operator==(const Change &) const = default;
};

/// What a commit did; the same for each repetition of the command.
struct Receipt
{
    Uuid command;
    std::vector<Change> changes;
    /// Allocated numbers as stored, in the order of the steps.
    std::vector<QString> numbers;

    bool operator==(const Receipt &) const = default;
};

} // namespace simiao::workflow
