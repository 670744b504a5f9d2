#pragma once

#include "admin/models/form_journal.h"
#include "admin/models/repeatable_command.h"
#include "core/csv_table.h"
#include "domain/base/field_codec.h"

namespace simiao::admin {

/// One department entered by hand, for a clinic that has three: the same checks and the same act as a file with one row.
class DepartmentWork : public QObject
{
    Q_OBJECT

public:
    enum class Field { Code, Name, NameEn, Room, Fee };

    explicit DepartmentWork(sdk::Desk *desk, QObject *parent = nullptr);

    QString text(Field field) const { return m_texts.value(field); }
    const std::optional<Error> &fault() const { return m_fault; }
    /// Where the fault is mended.
    Field faultyField() const;

    void setText(Field field, const QString &text);
    /// Conflict `department.exists` for a code that is on record: by hand nothing is written over.
    void add();

Q_SIGNALS:
    void changed();
    void added();
    void refused();

private:
    CsvTable table() const;
    void take(const Result<QString> &code);

    sdk::Desk *m_desk;
    FormJournal m_journal;
    RepeatableCommand m_command;
    QMap<Field, QString> m_texts;
    QMap<Field, QString> m_wished; ///< on its way to the store
    std::optional<Error> m_fault;
    bool m_isBusy = false;
};

} // namespace simiao::admin

namespace simiao {

/// Columns of the file, and names in the draft journal.
template <>
inline constexpr std::array kCodes<admin::DepartmentWork::Field>{"code", "name", "name_en", "room",
                                                                 "registration_fee"};

} // namespace simiao
