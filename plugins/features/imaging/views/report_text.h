#pragma once

#include "imaging/models/report_reading.h"

#include <QWidget>

class QPainter;
class QPlainTextEdit;
class QStackedLayout;
class QTreeView;

namespace simiao::viewer {

class ReportTree;

/// A structured report as plain text that can be copied, for readers; or as a tree of all its items. Nothing in it is markup.
class ReportText : public QWidget
{
    Q_OBJECT

public:
    explicit ReportText(QWidget *parent = nullptr);

    void setReport(const imaging::Report &report, const PictureNames &names = {});
    void setTree(bool isTree);
    bool isTree() const;
    QString text() const { return m_words; }

private:
    ReportTree *m_model;
    QTreeView *m_tree;
    QPlainTextEdit *m_text;
    QStackedLayout *m_stack;
    QString m_words;
};

} // namespace simiao::viewer
