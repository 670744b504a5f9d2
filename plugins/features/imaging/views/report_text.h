#pragma once

#include "imaging/report/content_tree.h"

#include <QWidget>

class QPainter;
class QPlainTextEdit;
class QStackedLayout;
class QTreeView;

namespace simiao::viewer {

class ReportTree;

/// A structured report as a tree, or as plain text that can be copied. Nothing in it is markup.
class ReportText : public QWidget
{
    Q_OBJECT

public:
    explicit ReportText(QWidget *parent = nullptr);

    void setReport(const imaging::Report &report);
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
