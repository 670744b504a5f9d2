#include "registration/views/patient_fields.h"

#include "registration/models/words.h"
#include "registration/views/field_chain.h"
#include "ui/widgets/label_row.h"
#include "ui/widgets/notice_line.h"
#include "ui/widgets/preview_line_edit.h"

#include <QComboBox>
#include <QGridLayout>
#include <QVBoxLayout>

namespace simiao::registration {

using Field = PatientForm::Field;

namespace {

constexpr int kIdentityLength = 18;

/// Codes as data, words as text; the choice stays when the words change.
template <typename E>
void fill(QComboBox *box, QString (*word)(E))
{
    const QSignalBlocker quiet(box);
    const QVariant chosen = box->currentData();
    box->clear();
    for (std::size_t i = 0; i < kCodes<E>.size(); ++i)
        box->addItem(word(E(i)), QString::fromLatin1(kCodes<E>[i]));
    box->setCurrentIndex(box->findData(chosen));
}

void put(QLineEdit *edit, const QString &text)
{
    if (edit->text() != text)
        edit->setText(text);
}

void put(QComboBox *box, const QString &code, const QString &whenEmpty)
{
    box->setCurrentIndex(box->findData(code.isEmpty() ? whenEmpty : code));
}

} // namespace

PatientFields::PatientFields(PatientForm *form, QWidget *parent)
    : QWidget(parent)
    , m_form(form)
    , m_name(lineFor(Field::Name, new QLineEdit))
    , m_identity(new ui::PreviewLineEdit)
    , m_birthDate(new ui::PreviewLineEdit)
    , m_gender(choiceFor(Field::Gender, new QComboBox))
    , m_phone(lineFor(Field::Phone, new QLineEdit))
    , m_payer(choiceFor(Field::Payer, new QComboBox))
    , m_notice(new ui::NoticeLine)
{
    lineFor(Field::IdentityNumber, m_identity);
    lineFor(Field::BirthDate, m_birthDate);
    m_notice->setObjectName(QStringLiteral("registration.notice"));
    layOut();
    auto *chain = new FieldChain({m_name, m_identity, m_birthDate, m_gender, m_phone, m_payer}, this);
    connect(chain, &FieldChain::passedStart, this, &PatientFields::passedStart);
    connect(chain, &FieldChain::passedEnd, this, &PatientFields::passedEnd);
    connect(m_notice, &ui::NoticeLine::triggered, this, &PatientFields::duplicateWanted);
    connect(form, &PatientForm::changed, this, &PatientFields::showForm);
    connect(m_identity, &QLineEdit::editingFinished, this, &PatientFields::showProblem);
    retranslate();
}

QLineEdit *PatientFields::lineFor(Field field, QLineEdit *edit)
{
    static const QMap<Field, QString> names{{Field::Name, QStringLiteral("registration.name")},
                                            {Field::IdentityNumber, QStringLiteral("registration.identity")},
                                            {Field::BirthDate, QStringLiteral("registration.birthDate")},
                                            {Field::Phone, QStringLiteral("registration.phone")}};
    edit->setObjectName(names.value(field));
    m_rows.insert(field, new ui::LabelRow({}, edit));
    connect(edit, &QLineEdit::textChanged, this,
            [this, field](const QString &text) { m_form->setText(field, text); });
    return edit;
}

QComboBox *PatientFields::choiceFor(Field field, QComboBox *box)
{
    box->setObjectName(field == Field::Gender ? QStringLiteral("registration.gender")
                                              : QStringLiteral("registration.payer"));
    m_rows.insert(field, new ui::LabelRow({}, box));
    connect(box, &QComboBox::currentIndexChanged, this,
            [this, field, box] { m_form->setText(field, box->currentData().toString()); });
    return box;
}

void PatientFields::layOut()
{
    const auto &rhythm = ui::SimiaoStyle::tokens(this).rhythm;
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(0);
    grid->setVerticalSpacing(rhythm.gapSmall);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    int cell = 0;
    for (const auto field :
         {Field::Name, Field::IdentityNumber, Field::BirthDate, Field::Gender, Field::Phone, Field::Payer}) {
        grid->addWidget(m_rows.value(field), cell % 3, cell / 3);
        ++cell;
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, rhythm.gap, rhythm.gap, rhythm.gap);
    column->setSpacing(rhythm.gap);
    column->addLayout(grid);
    auto *aired = new QHBoxLayout;
    aired->setContentsMargins(rhythm.margin, 0, 0, 0);
    aired->addWidget(m_notice);
    column->addLayout(aired);
    column->addStretch(1);
}

void PatientFields::enter(Field field)
{
    m_rows.value(field)->setFocus(Qt::ShortcutFocusReason);
}

void PatientFields::retranslate()
{
    fill(m_gender, &sdk::PersonWords::gender);
    fill(m_payer, &Words::payer);
    m_rows[Field::Name]->setLabel(tr("Name"));
    m_rows[Field::IdentityNumber]->setLabel(tr("ID number"));
    m_rows[Field::BirthDate]->setLabel(tr("Birth date"));
    m_rows[Field::Gender]->setLabel(tr("Sex"));
    m_rows[Field::Phone]->setLabel(tr("Phone"));
    m_rows[Field::Payer]->setLabel(tr("Payer"));
    m_identity->setPlaceholderText(tr("18 characters, or empty"));
    m_birthDate->setPlaceholderText(tr("1981-03-14 or 19810314"));
    ui::LabelRow::align(m_rows.values());
    showForm();
}

void PatientFields::showForm()
{
    if (!m_form->isNew())
        return;
    put(m_name, m_form->text(Field::Name));
    put(m_identity, m_form->text(Field::IdentityNumber));
    put(m_birthDate, m_form->text(Field::BirthDate));
    put(m_phone, m_form->text(Field::Phone));
    put(m_gender, m_form->text(Field::Gender), codeOf(administration::Gender::Unknown));
    put(m_payer, m_form->text(Field::Payer), codeOf(administration::Payer::SelfPay));
    m_identity->setPreview(m_form->identityHint());
    showProblem();
}

void PatientFields::showProblem()
{
    ui::Notice notice;
    if (const auto &other = m_form->duplicate())
        notice = {ui::Severity::Warn,
                  tr("On record"),
                  tr("This identity number belongs to %1, MRN %2.").arg(other->name, other->mrn),
                  {},
                  {tr("Open this patient")}};
    for (const auto field : {Field::Gender, Field::BirthDate, Field::IdentityNumber}) {
        const bool isBeingTyped = field == Field::IdentityNumber && m_identity->hasFocus()
            && m_identity->text().size() < kIdentityLength;
        if (const QString problem = m_form->problem(field); !problem.isEmpty() && !isBeingTyped)
            notice = {ui::Severity::Warn, m_rows.value(field)->accessibleName(), problem, {}, {}};
    }
    m_notice->setNotice(notice);
    m_notice->setVisible(!notice.lead.isEmpty());
    m_notice->setProperty("text", QString(notice.lead + u' ' + notice.text).trimmed());
}

} // namespace simiao::registration
