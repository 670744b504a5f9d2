#include "outpatient/views/kept_line.h"

#include "sdk/desk.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace simiao::outpatient {

namespace {

constexpr QSize kSize{640, 420};

} // namespace

KeptLine::KeptLine(sdk::Visit *visit, QWidget *parent)
    : NoticeLine({}, parent)
    , m_visit(visit)
{
    setObjectName(QStringLiteral("consult.kept"));
    connect(this, &NoticeLine::triggered, this, &KeptLine::showTexts);
    connect(visit->desk(), &sdk::Desk::languageChanged, this, &KeptLine::follow);
    follow();
}

KeptTexts KeptLine::texts() const
{
    return {m_visit->desk()->drafts(), m_visit->record().encounter.id};
}

void KeptLine::follow()
{
    const QString kept = texts().text();
    setNotice({ui::Severity::Note,
               tr("Kept"),
               tr("What you wrote for this visit and was not taken into its note."),
               {},
               {tr("Show")}});
    setProperty("text", kept);
    setVisible(!kept.isEmpty());
}

void KeptLine::discard()
{
    texts().discard();
    follow();
}

void KeptLine::showTexts()
{
    auto *dialog = new QDialog(window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("consult.kept.dialog"));
    dialog->setWindowTitle(tr("Kept texts"));
    auto *text = new QPlainTextEdit(texts().text());
    text->setObjectName(QStringLiteral("consult.kept.text"));
    text->setReadOnly(true);
    text->setAccessibleName(dialog->windowTitle());
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    auto *discard = buttons->addButton(tr("Discard these texts"), QDialogButtonBox::DestructiveRole);
    discard->setObjectName(QStringLiteral("consult.kept.discard"));
    discard->setAutoDefault(false);
    connect(discard, &QPushButton::clicked, this, &KeptLine::discard);
    connect(discard, &QPushButton::clicked, dialog, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto *column = new QVBoxLayout(dialog);
    column->addWidget(text);
    column->addWidget(buttons);
    dialog->resize(kSize);
    dialog->open();
}

} // namespace simiao::outpatient
