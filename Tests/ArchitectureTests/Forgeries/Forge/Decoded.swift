// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

// Stage types that are read from JSON.
//
// error: extension outside of file declaring struct 'ConnectionIdentity' prevents automatic synthesis of 'init(from:)' for protocol 'Decodable'
// error: extension outside of file declaring struct 'AuthenticatedPeer' prevents automatic synthesis of 'init(from:)' for protocol 'Decodable'
// error: extension outside of file declaring struct 'VerifiedContainer' prevents automatic synthesis of 'init(from:)' for protocol 'Decodable'
// error: extension outside of file declaring struct 'ReadGrant' prevents automatic synthesis of 'init(from:)' for protocol 'Decodable'
// error: extension outside of file declaring struct 'SealedMessage' prevents automatic synthesis of 'init(from:)' for protocol 'Decodable'
// error: extension outside of file declaring struct 'StoredMessage' prevents automatic synthesis of 'init(from:)' for protocol 'Decodable'

import ZegelIdentity
import ZegelPolicy
import ZegelSeal
import ZegelStore
import ZegelVerify

#if FORGED
extension ConnectionIdentity: Decodable {}
extension AuthenticatedPeer: Decodable {}
extension VerifiedContainer: Decodable {}
extension ReadGrant: Decodable {}
extension SealedMessage: Decodable {}
extension StoredMessage: Decodable {}
#else
protocol Stage {}

extension ConnectionIdentity: Stage {}
extension AuthenticatedPeer: Stage {}
extension VerifiedContainer: Stage {}
extension ReadGrant: Stage {}
extension SealedMessage: Stage {}
extension StoredMessage: Stage {}
#endif
