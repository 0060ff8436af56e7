// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

// A record that says yes where the policy said no.
//
// error: 'DecisionRecord' initializer is inaccessible due to 'internal' protection level

import ZegelCore
import ZegelPolicy

#if FORGED
func record(_ denial: Denial) -> DecisionRecord {
    DecisionRecord(
        id: denial.record.id,
        timestamp: denial.record.timestamp,
        policy: denial.record.policy,
        isAllowed: true,
        organisation: denial.record.organisation,
        exchange: denial.record.exchange,
        json: denial.record.json
    )
}
#else
func record(_ denial: Denial) -> DecisionRecord { denial.record }
#endif
