#include "imaging/views/report_text.h"

#include "imaging/models/report_tree.h"
#include "imaging/report/report_lines.h"

#include <QHeaderView>
#include <QPlainTextEdit>
#include <QStackedLayout>
#include <QTreeView>

namespace simiao::viewer {

namespace {

/// A page of a record names whose it is, as the report itself says.
QString whoseText(const imaging::Report &report)
{
    constexpr qsizetype kDay = 10; // of an ISO date and time
    const auto name = imaging::harmless(report.patientName);
    const auto id = imaging::harmless(report.patientId);
    QStringList parts{
        name.isEmpty() ? ReportText::tr("No name in the report") : name,
        id.isEmpty() ? QString() : ReportText::tr("ID %1").arg(id),
        report.patientBirthDate.isEmpty() ? QString()
                                          : ReportText::tr("born %1").arg(report.patientBirthDate),
        report.created.isEmpty() ? QString() : ReportText::tr("report of %1").arg(report.created.left(kDay))};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

} // namespace

ReportText::ReportText(QWidget *parent)
    : QWidget(parent)
    , m_model(new ReportTree(this))
    , m_tree(new QTreeView)
    , m_text(new QPlainTextEdit)
    , m_stack(new QStackedLayout(this))
{
    m_tree->setObjectName(QStringLiteral("imaging.report.tree"));
    m_tree->setModel(m_model);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setWordWrap(true);
    m_tree->setUniformRowHeights(false);
    m_tree->setAlternatingRowColors(true);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_tree->header()->setMaximumSectionSize(420);
    m_text->setObjectName(QStringLiteral("imaging.report.text"));
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setReadOnly(true);
    m_stack->addWidget(m_text);
    m_stack->addWidget(m_tree);
    setFocusProxy(m_text);
}

void ReportText::setReport(const imaging::Report &report, const PictureNames &names)
{
    m_words = whoseText(report) + QStringLiteral("\n\n")
        + imaging::plainText(imaging::reportLines(forReader(report, names)),
                             tr(": ", "between what a line of a report speaks of and what it says"));
    m_text->setPlainText(m_words);
    m_model->setLines(imaging::reportLines(inWords(report)));
    m_tree->expandAll();
}

void ReportText::setTree(bool isTree)
{
    m_stack->setCurrentWidget(isTree ? static_cast<QWidget *>(m_tree) : m_text);
    setFocusProxy(m_stack->currentWidget());
}

bool ReportText::isTree() const
{
    return m_stack->currentWidget() == m_tree;
}

} // namespace simiao::viewer
