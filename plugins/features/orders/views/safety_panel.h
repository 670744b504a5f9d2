#pragma once

#include "sdk/visit.h"

#include <QWidget>

class QVBoxLayout;

namespace simiao::orders {

/// What is on record about this patient's safety, and what nobody has checked.
class SafetyPanel : public QWidget
{
    Q_OBJECT

public:
    explicit SafetyPanel(sdk::Visit *visit, QWidget *parent = nullptr);

private:
    void showRecord();
    void addAllergies();
    void addOpenRules();

    sdk::Visit *m_visit;
    QVBoxLayout *m_column;
};

} // namespace simiao::orders
