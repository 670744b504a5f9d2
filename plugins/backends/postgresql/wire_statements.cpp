#include "wire_statements.h"

#include "core/try.h"

#include <QRegularExpression>

#include <libpq-fe.h>

namespace simiao::postgresql {

namespace {

class Prepared
{
public:
    static Result<Prepared> prepare(std::shared_ptr<Wire> wire,
                                    const QString &sql,
                                    const QStringList &parameters)
    {
        TRY(auto statement, wire->prepare(numbered(sql, parameters)));
        return Prepared(std::move(wire), std::move(statement));
    }

    Result<WireResult> run(std::span<const Scalar *const> values)
    {
        TRY_VOID(m_values.bind(values, m_statement.types));
        return m_wire->run(m_statement, m_values);
    }
    /// Wire::runForRows()
    Result<WireResult> runForRows(std::span<const Scalar *const> values)
    {
        TRY_VOID(m_values.bind(values, m_statement.types));
        return m_wire->runForRows(m_statement, m_values);
    }
    Wire &wire() const { return *m_wire; }

private:
    Prepared(std::shared_ptr<Wire> wire, WireStatement statement)
        : m_wire(std::move(wire))
        , m_statement(std::move(statement))
    {
    }

    std::shared_ptr<Wire> m_wire;
    WireStatement m_statement;
    WireValues m_values;
};

class Writing : public storage::WritingStatement
{
public:
    explicit Writing(Prepared statement)
        : m_statement(std::move(statement))
    {
    }

    Result<qint64> run(std::span<const Scalar *const> values) override
    {
        TRY(const auto result, m_statement.run(values));
        return QByteArray(PQcmdTuples(result.get())).toLongLong();
    }

private:
    Prepared m_statement;
};

class Reading : public storage::ReadingStatement
{
public:
    explicit Reading(Prepared statement)
        : m_statement(std::move(statement))
    {
    }

    Result<void> run(std::span<const Scalar *const> values) override
    {
        finish();
        TRY(m_rows,
            m_statement.wire().isLongReading() ? m_statement.runForRows(values) : m_statement.run(values));
        m_row = -1;
        return ok();
    }
    Result<bool> next() override
    {
        if (hasMore() && m_row == 0) {
            m_row = -1;
            auto row = m_statement.wire().nextRow();
            if (!row)
                m_rows.reset();
            TRY(m_rows, std::move(row));
        }
        return ++m_row < PQntuples(m_rows.get());
    }
    void finish() override
    {
        if (hasMore())
            m_statement.wire().leaveRows();
        m_rows.reset();
    }

    int columnOf(const QString &name) const override
    {
        return PQfnumber(m_rows.get(), ('"' + name.toUtf8() + '"').constData());
    }
    Result<Scalar> value(int column, StorageKind kind) const override
    {
        return scalarOf(kind, PQftype(m_rows.get(), column), view(column));
    }
    qint64 integer(int column) const override
    {
        return integerOf(PQftype(m_rows.get(), column), view(column));
    }
    QByteArray bytes(int column) const override { return view(column).toByteArray(); }

private:
    /// One row of several that come one by one.
    bool hasMore() const { return m_rows && PQresultStatus(m_rows.get()) == PGRES_SINGLE_TUPLE; }

    /// Until it is run again or goes on.
    QByteArrayView view(int column) const
    {
        if (PQgetisnull(m_rows.get(), m_row, column))
            return {};
        return {PQgetvalue(m_rows.get(), m_row, column), qsizetype(PQgetlength(m_rows.get(), m_row, column))};
    }

    Prepared m_statement;
    WireResult m_rows{nullptr, &PQclear};
    int m_row = -1;
};

template <typename Statement, typename Native>
auto preparing(std::shared_ptr<Wire> wire)
{
    return [wire = std::move(wire)](const QString &sql,
                                    const QStringList &parameters) -> Result<std::unique_ptr<Statement>> {
        TRY(auto statement, Prepared::prepare(wire, sql, parameters));
        return std::unique_ptr<Statement>(std::make_unique<Native>(std::move(statement)));
    };
}

} // namespace

QByteArray numbered(QString sql, const QStringList &parameters)
{
    // From the last on: `:text_long` must not become `$1_long`.
    for (qsizetype at = parameters.size(); at > 0; --at) {
        const QRegularExpression named(QStringLiteral(":%1\\b").arg(parameters[at - 1]));
        sql.replace(named, QStringLiteral("$%1").arg(at));
    }
    return sql.toUtf8();
}

storage::PrepareReading readingWithWire(std::shared_ptr<Wire> wire)
{
    return preparing<storage::ReadingStatement, Reading>(std::move(wire));
}

storage::PrepareWriting writingWithWire(std::shared_ptr<Wire> wire)
{
    return preparing<storage::WritingStatement, Writing>(std::move(wire));
}

} // namespace simiao::postgresql
