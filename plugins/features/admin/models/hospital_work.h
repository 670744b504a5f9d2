#pragma once

#include "admin/models/form_journal.h"
#include "admin/models/repeatable_command.h"
#include "workflow/administration/hospital_details.h"

namespace simiao::admin {

/// Who the hospital is: what is on record, and what is typed until it is stored.
class HospitalWork : public QObject
{
    Q_OBJECT

public:
    enum class Field { Name, ShortName, Code, Address, Phone };

    explicit HospitalWork(sdk::Desk *desk, QObject *parent = nullptr);

    /// As typed, else as on record.
    QString text(Field field) const;
    const std::optional<Error> &fault() const { return m_fault; }

    /// What is on record now; what is typed stays.
    void setStored(const workflow::HospitalDetails &stored);
    void setText(Field field, const QString &text);
    void save();

Q_SIGNALS:
    void changed();
    void saved();
    void refused();

private:
    QString stored(Field field) const;
    void forgetWhatIsStored();
    workflow::HospitalDetails details() const;
    void take(const Result<void> &answer);

    sdk::Desk *m_desk;
    FormJournal m_journal;
    RepeatableCommand m_command;
    workflow::HospitalDetails m_stored;
    workflow::HospitalDetails m_wished; ///< on its way to the store
    QMap<Field, QString> m_typed;
    std::optional<Error> m_fault;
    bool m_isBusy = false;
};

} // namespace simiao::admin

namespace simiao {

/// Names in the draft journal.
template <>
inline constexpr std::array kCodes<admin::HospitalWork::Field>{"name", "short-name", "code", "address",
                                                               "phone"};

} // namespace simiao
