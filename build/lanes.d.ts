export declare const lanes: readonly ['unit', 'property', 'browser', 'server'];
