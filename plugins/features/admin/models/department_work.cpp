#include "admin/models/department_work.h"

#include "admin/models/reject.h"
#include "core/text.h"
#include "workflow/exchange/import_clinic_data.h"
#include "workflow/exchange/read_departments.h"

#include <QCoroTask>

namespace simiao::admin {

using workflow::ClinicImportReport;
using workflow::Context;

namespace {

constexpr int kRow = 2; // below the header, as in a file

Error errorOf(const CsvReject &reject)
{
    return {ErrorKind::Invalid, reject.reason, reject.detail};
}

/// \returns the code; a repeated command does not find its own department in the way
Task<Result<QString>> addDepartment(Context context, Uuid command, CsvTable table)
{
    const auto code = table.field(table.rows.front(), QStringLiteral("code"));
    auto asking = context.store->receiptOf(command);
    CO_TRY(const auto earlier, co_await asking);
    if (earlier)
        co_return Result<QString>(QString(code));
    auto trying = workflow::importDepartments(context, command, table, true);
    CO_TRY(const auto tried, co_await trying);
    if (!tried.rejects.empty())
        co_return errorOf(tried.rejects.front());
    if (tried.added == 0)
        co_return Error{ErrorKind::Conflict, QStringLiteral("department.exists"), code};
    auto importing = workflow::importDepartments(context, command, table, false);
    CO_TRY(const auto report, co_await importing);
    if (!report.rejects.empty())
        co_return errorOf(report.rejects.front());
    co_return Result<QString>(QString(code));
}

} // namespace

DepartmentWork::DepartmentWork(sdk::Desk *desk, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_journal(desk, QStringLiteral("admin.department."))
{
    const auto unfinished = m_journal.unfinished();
    for (auto kept = unfinished.begin(); kept != unfinished.end(); ++kept) {
        if (const auto field = fromCode<Field>(kept.key()))
            m_texts.insert(*field, kept.value());
    }
}

DepartmentWork::Field DepartmentWork::faultyField() const
{
    if (!m_fault)
        return Field::Code;
    const auto reject = rejectOf({kRow, m_fault->code, m_fault->detail}, workflow::departmentColumns());
    return fromCode<Field>(reject.column).value_or(Field::Code);
}

void DepartmentWork::setText(Field field, const QString &text)
{
    if (m_texts.value(field) == text)
        return;
    m_texts.insert(field, text);
    m_journal.record(codeOf(field), text);
    m_fault.reset();
    Q_EMIT changed();
}

CsvTable DepartmentWork::table() const
{
    CsvTable table;
    table.columns = workflow::departmentColumns();
    CsvRow row{kRow, {}};
    for (const auto &column : std::as_const(table.columns)) {
        const auto text =
            fromCode<Field>(column) ? m_texts.value(*fromCode<Field>(column)).trimmed() : QString();
        if (const auto fault = findTextFault(text))
            table.rejects.push_back({kRow, QStringLiteral("import.text"), QString::number(fault->position)});
        row.fields.append(text);
    }
    table.rows.push_back(row);
    return table;
}

void DepartmentWork::add()
{
    if (m_isBusy)
        return;
    m_isBusy = true;
    const auto context = m_desk->context();
    const auto wished = table();
    m_wished = m_texts;
    const auto command = m_command.idFor(wished.rows.front().fields.join(u'\n'), context);
    QCoro::connect(addDepartment(context, command, wished), this,
                   [this](const Result<QString> &code) { take(code); });
}

void DepartmentWork::take(const Result<QString> &code)
{
    m_isBusy = false;
    m_command.answered(code);
    if (!code) {
        m_fault = code.error();
        m_desk->showError(*m_fault);
        Q_EMIT changed();
        return Q_EMIT refused();
    }
    if (m_texts == m_wished) { // what was typed meanwhile stays
        m_texts.clear();
        m_journal.discard();
    }
    m_desk->showDone(tr("Department %1 is on record").arg(*code));
    Q_EMIT changed();
    Q_EMIT added();
}

} // namespace simiao::admin
