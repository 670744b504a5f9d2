#pragma once

#include "admin/models/audit_trail.h"

#include <QWidget>

class QComboBox;
class QHBoxLayout;
class QLineEdit;

namespace simiao::ui {
class TextLabel;
} // namespace simiao::ui

namespace simiao::admin {

class FieldChain;

/// What the trail is asked for: person, act, patient, outcome. What is chosen counts at once, what is typed with Enter or
/// when the field is left.
class AuditFilters : public QWidget
{
    Q_OBJECT

public:
    explicit AuditFilters(AuditTrail *trail, QWidget *parent = nullptr);

    void enter();
    void retranslate();

Q_SIGNALS:
    void passedStart();
    void passedEnd();

private:
    void addField(QHBoxLayout *row, QWidget *field, const QString &name, int width);
    void makeActField();
    void ask();
    void showAgents();
    void showActs();
    void showOutcomes();

    AuditTrail *m_trail;
    QComboBox *m_person;
    QComboBox *m_act;
    QLineEdit *m_patient;
    QComboBox *m_outcome;
    QList<ui::TextLabel *> m_labels;
    FieldChain *m_chain = nullptr;
};

} // namespace simiao::admin
